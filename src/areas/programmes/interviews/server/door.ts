import './jobs.ts';

// What the door gives of interviews.
export { bookInterview } from './booking.ts';
export { chooseSlot, declineInterview, showAppointment, showInterview } from './choosing.ts';
export { inviteToInterview, showInterviewOf, withdrawInterview, writeInterviewNote } from './inviting.ts';
export { listInterviews, offerSlots, withdrawSlot } from './offering.ts';
