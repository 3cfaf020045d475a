import './jobs.ts';

export { chooseLanguage, showAccount, showFactors } from './account.ts';
export { addApp, beginApp, giveAppCode, removeApp, showBegunApp } from './factors/apps.ts';
export { askToSignInWithPasskey, signInWithPasskey } from './factors/passkey-sign-in.ts';
export {
	addPasskey,
	askForPasskey,
	askToAddPasskey,
	givePasskey,
	removePasskey
} from './factors/passkeys.ts';
export { qrOf } from '#shared/qr';
export { giveRecoveryCode, makeRecoveryCodes } from './factors/recovery-codes.ts';
export { becomeFirstAdministrator, firstAdministratorLink } from './first.ts';
export { endOtherSessions, endSession, recognise, signOut, type Known, type Opened } from './sessions.ts';
export { spendTry, triesKept, type Purpose } from './limits.ts';
export { lifetimes } from './session.ts';
export { findPersonOf, namesOf, personWith, standing } from './people.ts';
export { isOurs } from './shapes.ts';
export { requestSignIn, signIn } from './sign-in.ts';
export { endRole } from './roles/appointments.ts';
export {
	acceptInvitation,
	inviteAdministrator,
	invitePerson,
	showInvitation,
	withdrawInvitation
} from './roles/invitations.ts';
export { listPeople, showPerson } from './roles/people.ts';
export { whoWorksHere } from './roles/staff.ts';
export { askForReset, decideReset, resetFactor } from './roles/resets.ts';
