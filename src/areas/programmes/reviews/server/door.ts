import './jobs.ts';

// What the door gives of reviews.
export { showCalibration } from './calibration.ts';
export { cannotRead, cannotReadMore } from './cannot.ts';
export { chaseReader, chaseReaders } from './chasing.ts';
export { raiseFlag, resolveFlag, stopReading } from './flags.ts';
export { showOversight, showReadingDesk } from './oversight.ts';
export { showOwnReadings } from './own.ts';
export { showReview } from './review.ts';
export { abstain, dropAside, saveReview } from './save.ts';
export { chooseReader } from './choosing.ts';
export { shareOut, shareOutAgain } from './sharing.ts';
