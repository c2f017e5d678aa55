export const ink = '#16211f';
export const muted = '#55625f';
export const accent = '#0b6657';
export const danger = '#b3261e';
