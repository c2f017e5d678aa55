/** What companies do; several areas say it. */
export default {
  internet: '互联网',
  finance: '金融',
  new_media: '新媒体',
  manufacturing: '制造',
  life_science: '生命科学',
  professional_services: '专业服务',
  education: '教育',
  other: '其他',
};
