/** The states of the domain's entities, in words. */
export default {
  cycle: {
    draft: '草稿', posting: '发布岗位', applying: '申请', shortlisting: '筛选', ranking: '填报志愿', matching: '匹配',
    confirming: '确认', supplementary: '补充匹配', active: '实习中', closed: '已结束', archived: '已归档',
  },
  company: {
    draft: '草稿', submitted: '待核验', needs_info: '需补充', verified: '已核验', rejected: '未通过', suspended: '已暂停',
  },
  posting: {
    draft: '草稿', submitted: '待审核', changes_requested: '需修改', approved: '已批准', published: '已发布', closed: '已关闭',
    filled: '已满', unfilled: '未满', paused: '暂停', withdrawn: '已撤回',
  },
  application: {
    draft: '草稿', submitted: '已提交', reviewing: '审阅中', shortlisted: '已入围', interviewing: '面试中', rankable: '可填志愿',
    matched: '已匹配', unmatched: '未匹配', not_selected: '未入选', withdrawn: '已撤回', not_submitted: '未提交',
  },
  rankList: { draft: '草稿', certified: '已确认', locked: '已锁定' },
  round: {
    open: '开放', frozen: '已冻结', computed: '已计算', approved: '已批准', published: '已公布', failed: '失败', voided: '已作废',
  },
  offer: {
    pending: '待答复', accepted: '已接受', declined: '已谢绝', expired: '已过期', rescinded: '已撤销', waived: '已免除',
  },
  placement: {
    confirmed: '已确认', onboarding: '入职中', active: '实习中', completed: '已完成', extended: '已延长', terminated: '已终止',
  },
  job: { queued: '排队中', running: '进行中', succeeded: '已完成', failed: '失败' },
  import: {
    uploaded: '已上传', checking: '检查中', checked: '已检查', importing: '导入中', imported: '已导入', undoing: '撤销中', undone: '已撤销', failed: '失败',
  },
};
