// What the door gives of spam.
export { eraseSpam, listMarkedSpam, markAsSpam, showSpam, unmarkSpam } from './spam.ts';
