import './jobs.ts';

// What the door gives of applying.
export { showQuestions } from './answer-pages.ts';
export * from '../caseload/server/door.ts';
export * from '../packs/server/door.ts';
export * from '../transcripts/server/door.ts';
export { askEquality, castEquality, showEquality, showEqualityCounts } from './equality.ts';
export { dismissArranger, nameArranger, showArrangers } from './arrangers.ts';
export { extendDeadline, showMoreTime } from './expression-desk.ts';
export { eraseDue, eraseDueNow, listEndings } from './expression-keeping.ts';
export { beginExpression, showApplication } from './expressions.ts';
export { exportExpressions, readExportPart } from './expression-export.ts';
export { countExpressions, listExpressions } from './expression-list.ts';
export { readExpression } from './expression-reading.ts';
export { showHoldings } from './holdings.ts';
export { eraseExpression, showLeaving, withdrawExpression, withdrawFromPaper } from './leaving.ts';
export { changeNote, deleteNote, readNotes, showNote, writeNote } from './notes.ts';
export {
	addReturnCode,
	leaveDevice,
	recogniseApplicant,
	redeemReturnCode,
	renewReturnCode,
	showReturnCode
} from './returning.ts';
export { saveAnswers } from './save-answers.ts';
export { checkAnswers, sendExpression, showSent, showTypedUp } from './sending.ts';
export { goOnWithLink, sendReturnLink } from './sending-links.ts';
export { showTyping, takeOverTyping, typeUpExpression } from './typing.ts';
export { saveWholeForm, showWholeForm } from './typing-form.ts';
export * from '../asking/server/door.ts';
export {
	abandonUpload,
	addUploadPiece,
	beginUpload,
	finishUpload,
	showUpload
} from '../uploads/server/uploads.ts';
export * from '../questions/server/door.ts';
export * from '../duplicates/server/door.ts';
export * from '../spam/server/door.ts';
export * from '../form/server/door.ts';
export * from '../interviews/server/door.ts';
export * from '../together/server/door.ts';
export * from '../release/server/door.ts';
