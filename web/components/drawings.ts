/** Icons that some pages show, on the grid of the others. */
export const undoIcon = 'M3 6.2h6.2a3.6 3.6 0 0 1 0 7.2H6M5.8 3.2L2.8 6.2l3 3';
export const searchIcon = 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM10.4 10.4L14 14';
export const lockIcon = 'M4 7.2h8v6H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2';
export const rightIcon = 'M3 8h9.6M8.6 3.8L12.8 8l-4.2 4.2';
