import './jobs.ts';

// What the door gives of the panel.
export { checkEligibility } from './checking.ts';
export { declareConflict, judgeConflict, pinConflictOf } from './conflicts.ts';
export { goOn, showGoingOn } from './going-on.ts';
export { beginPhase, planPhases } from './phases.ts';
export { redactAnswer, showRedacting, undoRedaction } from './redacting.ts';
export { listPanels, readForPanel, showPanelRoom } from './room.ts';
export { answerSeat, declareTies, endSeat, inviteToPanel } from './seats.ts';
export { showPanelDesk } from './views.ts';
