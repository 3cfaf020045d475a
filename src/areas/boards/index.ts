export { boardFiles, boardPicture } from './board-files.ts';
export { photoDays } from './photos/photo.ts';
export { boxes, type Box } from './boxes.ts';
export { progressOf, type BoxState, type Progress } from './canvas/progress.ts';
