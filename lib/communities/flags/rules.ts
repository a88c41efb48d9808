/** Characters of what somebody says of a topic, and of the answer. */
export const FLAG_LIMIT = 500;
