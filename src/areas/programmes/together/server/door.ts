/** Several people on one application. */
export { changeCoApplicant, inviteAgain, inviteCoApplicant, takeOffCoApplicant } from './inviting.ts';
export { acceptInvitationToHelp, declineInvitationToHelp, showInvitationToHelp } from './invitations.ts';
export { leaveTogether, showMeAs, showPeople } from './people.ts';
export { deleteOwnComment, writeComment } from './comments.ts';
export { putBackEarlier, showEarlierTexts } from './earlier.ts';
export { showWhoIsHere } from './presence.ts';
export { acceptLead, offerLead, refuseHandOver, takeBackHandOver } from './offers.ts';
export { askToLead, giveLead } from './asks.ts';
export { showHandOver } from './hand-over-page.ts';
export { decideTakeOver, listTakeOvers } from './deciding.ts';
