import { ref } from 'vue'

/** How many messages this person has not read, as last heard. */
export const unread = ref(0)
