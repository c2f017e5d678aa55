/** The language of a sign-in page: as asked for, else the browser's, else English. */
export type Lang = 'zh' | 'en';

/** `wishes` in order of weight: each a list like `zh-CN en` or an Accept-Language header. */
export function chooseLang(...wishes: (string | undefined)[]): Lang {
  for (const wish of wishes) {
    const found = wish
      ?.toLowerCase()
      .split(/[\s,;]+/)
      .map((tag) => tag.slice(0, 2))
      .find((tag) => tag === 'zh' || tag === 'en');
    if (found === 'zh' || found === 'en') return found;
  }
  return 'en';
}

const en = {
  htmlLang: 'en',
  product: 'Cloud Internships',
  otherLang: '中文',
  signIn: 'Sign in',
  signUp: 'Create an account',
  email: 'Email address',
  password: 'Password',
  passwordHint: 'At least 10 characters. A few words in a row work well.',
  name: 'Name',
  role: 'I am signing up as',
  student: 'Student',
  company: 'Company',
  coordinator: 'Coordinator',
  referrer: 'Student union or workstation',
  noAccount: 'New here?',
  haveAccount: 'Already have an account?',
  back: 'Back to the site',
  demo: 'Look around with a demo account',
  demoHint: 'These accounts exist on this machine only. Choose one to sign in.',
  problem: 'There is a problem',
  errorTitle: 'Error: ',
  wrongPassword: 'The email address or the password is not right. Check both, then sign in again.',
  tooManyAttempts:
    'Too many attempts to sign in to this account from where you are. Wait 15 minutes, then try again.',
  emailTaken: 'This email address already has an account. Sign in with it.',
  nameWrong: 'Enter your name, up to 200 characters.',
  emailWrong: 'Enter an email address like name@example.com.',
  passwordWrong: 'Enter a password of 10 to 200 characters.',
  roleWrong: 'Choose what you are signing up as.',
  expired: 'This page has expired',
  expiredHelp: 'Nothing is lost. Go back to the site and sign in again.',
  failed: 'You are not signed in',
  failedHelp: 'The request was not understood. Go back to the site and sign in again.',
  signOut: 'Sign out',
  signOutQuestion: 'Sign out?',
  stay: 'Stay signed in',
  signedOut: 'You are signed out',
};
export type Words = typeof en;

const zh: Words = {
  htmlLang: 'zh-Hans',
  product: '云端实习',
  otherLang: 'English',
  signIn: '登录',
  signUp: '注册账号',
  email: '电子邮箱',
  password: '密码',
  passwordHint: '至少10个字符，可以用几个词连起来。',
  name: '姓名或名称',
  role: '我的身份',
  student: '学生',
  company: '企业',
  coordinator: '协调员',
  referrer: '学联或海外工作站',
  noAccount: '还没有账号？',
  haveAccount: '已有账号？',
  back: '返回网站',
  demo: '用演示账号看看',
  demoHint: '这些账号只在本机有效，点一下即可登录。',
  problem: '有需要修改的地方',
  errorTitle: '错误：',
  wrongPassword: '邮箱或密码不正确。请检查后重新登录。',
  tooManyAttempts: '登录这个账号的尝试次数过多。请15分钟后再试。',
  emailTaken: '该邮箱已有账号。请直接登录。',
  nameWrong: '请填写姓名或名称，最多200个字符。',
  emailWrong: '请填写邮箱，例如name@example.com。',
  passwordWrong: '请填写10到200个字符的密码。',
  roleWrong: '请选择你的身份。',
  expired: '本页已过期',
  expiredHelp: '没有丢失任何内容。请返回网站重新登录。',
  failed: '尚未登录',
  failedHelp: '无法识别该请求。请返回网站重新登录。',
  signOut: '退出登录',
  signOutQuestion: '要退出登录吗？',
  stay: '保持登录',
  signedOut: '你已退出登录',
};

export const wordsIn: Record<Lang, Words> = { en, zh };
