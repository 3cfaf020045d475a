export { freePlace, passOnDue } from './jobs.ts';

// What the door gives of decisions, their release and what follows.
export { acceptOffer, declineOffer, showOutcome } from './answering.ts';
export { closeOffer, sayFull, showClosing } from './closing.ts';
export { showChairRelease } from './chairing.ts';
export { decideAsChosen } from './as-chosen.ts';
export { decide, declineTheRest, listCallDecisions, proposeDecisions, showDecision } from './deciding.ts';
export { joinLandscape, leaveLandscape, showLandscape } from './landscape.ts';
export { releaseDecisions, showRelease, tellOfDelay, writeReasons } from './releasing.ts';
export { showLetterWords, writeLetterWords } from './wording.ts';
export { findPlaceOfExpression, listPlaces, readPlace, type PlacesView } from './places.ts';
