export default {
  area: '协调员',
};
