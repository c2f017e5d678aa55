export default {
  area: '企业',
};
