export const messages = {
  messages: {
    title: '消息',
    unread: '条未读',
    unreadCount: '{count} 条未读',
    allRead: '没有未读消息',
    readAll: '全部标为已读',
    new: '未读',
    older: '看更早的消息',
    empty: '还没有消息。申请有进展、权益发放时，会在这里告诉您。',
    failed: '消息没能取到。',
    notMarked: '没能标为已读。',
    notMarkedAll: '这一步没有完成。',
  },
}
