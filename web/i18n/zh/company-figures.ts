/** How fast companies answer. */
export default {
  median: '已答复的申请中，一半在{time}内收到首次答复',
  hours: '{count}小时',
  days: '{count}天',
  answered: '答复了{share}的申请',
  inTime: '{share}的评价按时提交',
  about: '每天按最近两年的记录计算；未满两周的申请不算，数量少于5的不显示。',
};
