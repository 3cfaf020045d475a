import './jobs.ts';

export { listBoards, makeBoard, markMoment, setBoard, showBoard, type Boards } from './boards.ts';
export { showChanges, showNote, undo, type Changes, type NotePage, type Was } from './history.ts';
export { groupNote, linkNote, restoreNote, strikeNote, unlinkNote } from './joining.ts';
export { addNote, copyNote, moveNote, rewordNote, typeUp } from './notes.ts';
export { agreeOnBox, reopenBox, showCanvas, type CanvasView } from '../canvas/server/canvas.ts';
export { feedCanvas, showFeeding, type FeedingView } from '../canvas/server/feeding.ts';
export {
	listTargets,
	pointNote,
	showPointers,
	unpointNote,
	type Pointer,
	type Target
} from '../canvas/server/pointers.ts';
export { exportCampaign, importCampaign, takeEverything, type Leaving } from '../leaving/server/leaving.ts';
export { keepNote, showReview, type ReviewView } from '../reviewing/server/looking-again.ts';
export { remindOfReviews } from '../reviewing/server/reminding.ts';
export { destroyForgottenPhotos } from '../photos/server/jobs.ts';
export type { PhotosView, PhotoView } from '../photos/server/photo-views.ts';
export {
	destroyPhoto,
	finishTypingUp,
	keepPhoto,
	listPhotos,
	putPhotos,
	showPhoto
} from '../photos/server/photos.ts';
export type { BoardLine, BoardView } from './views.ts';
export { closeForgottenRooms } from '../rooms/server/jobs.ts';
export { lastChangeOf, watchBoard, type Watch } from './watching.ts';
export { lockRoom, putOutOfRoom } from '../rooms/server/door-keeping.ts';
export { joinRoom, leaveRoom, recogniseParticipant, showDoor, type Door } from '../rooms/server/joining.ts';
export { closeRoom, extendStep, goToStep, openRoom } from '../rooms/server/leading.ts';
export {
	showLedRoom,
	showNoteInRoom,
	showRoom,
	type LedRoom,
	type NoteInRoomView,
	type OwnRoom
} from '../rooms/server/showing.ts';
export { dotInRoom, placeInRoom } from '../rooms/server/standing.ts';
export { newsInRoom, watchLedRoom, watchRoom, type News } from '../rooms/server/watching.ts';
export { addInRoom, groupInRoom, moveInRoom, rewordInRoom, strikeInRoom } from '../rooms/server/writing.ts';
