export const signIn = {
  signIn: {
    title: '登录工作台',
    lead: '请用工会发给您的工作账号登录。',
    username: '账号',
    password: '密码',
    show: '显示密码',
    submit: '登录',
    busy: '正在登录……',
    wrong: '账号或密码不对。请再看一遍，注意大小写。',
    missingUsername: '请填写账号。',
    missingPassword: '请填写密码。',
    tooMany: '尝试次数太多，请 {seconds} 秒后再试。',
    gone: '您要看的页面需要先登录。',
  },
}
