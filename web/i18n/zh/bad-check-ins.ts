const words = {
  title: '第二周反馈不佳的实习',
  hint: '至少一方说进展不好。看看原因，联系双方。',
};
export default words;
