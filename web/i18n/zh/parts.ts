/** Names of the parts of a student's profile. */
export default {
  about: '关于我',
  study: '学业',
  residence: '居住地与时区',
  availability: '可用时间',
  languages: '语言',
  skills: '技能',
  wishes: '意向',
  consents: '同意事项',
};
