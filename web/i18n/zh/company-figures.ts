/** How fast companies answer. */
export default {
  median: '一半的申请在 {time} 内得到第一次答复',
  hours: '{count} 小时',
  days: '{count} 天',
  answered: '答复了 {share} 的申请',
  inTime: '{share} 的评价按时提交',
  about: '答复数据每天按最近两年的记录计算，少于 5 个的不显示。',
};
