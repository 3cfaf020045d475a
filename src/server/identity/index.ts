import './jobs.ts';

export { becomeFirstAdministrator, firstAdministratorLink } from './first.ts';
export { endOtherSessions, endSession, recognise, signOut, type Known, type Opened } from './sessions.ts';
export { requestSignIn, signIn } from './sign-in.ts';
