import './jobs.ts';

// What the door gives of asking for more.
export { answerMore, endAnswering, showMore } from './answering.ts';
export { listAsked } from './asked.ts';
export { askForMore, moveReopening, showAsking, withdrawReopening } from './asking.ts';
