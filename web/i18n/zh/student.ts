export default {
  area: '学生',
};
