export { boardFiles, boardPicture } from './board-files.ts';
export { boxes, type Box } from './boxes.ts';
export { progressOf, type BoxState, type Progress } from './canvas/progress.ts';
