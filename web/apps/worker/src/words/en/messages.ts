export const messages = {
  messages: {
    title: 'Messages',
    unread: 'unread',
    unreadCount: '{count} unread',
    allRead: 'Nothing unread',
    readAll: 'Mark all as read',
    new: 'New',
    older: 'Older messages',
    empty: 'No messages yet. We tell you here when your application moves on or a benefit arrives.',
    failed: 'Your messages could not be fetched.',
    notMarked: 'It could not be marked as read.',
    notMarkedAll: 'That did not work.',
  },
}
