export {
	createProgramme,
	listProgrammes,
	previewCall,
	reviseCall,
	setDates,
	showDraft
} from './call-desk.ts';
export { archiveCall, closeCall, moveDates, publishCall, reopenCall, restoreCall } from './call-lifecycle.ts';
export { showTranslation, translateCall } from '../tongues/server/translating.ts';
export { showCallDesk } from '../progress/server/progress.ts';
export { listCalls, showCall } from './calls.ts';
export { importCall } from './call-import.ts';
export { showPractices, type Practice, type Practices } from './practices.ts';
export * from './applying.ts';
export * from '../terms/server/door.ts';
export * from '../board/server/door.ts';
export * from '../builder/server/door.ts';
export * from '../panel/server/door.ts';
export { exportRecord, showRecord } from '../record/server/record.ts';
export * from '../reviews/server/door.ts';
export { pageExpressions, pageForms, readRecord } from '../api/server/records.ts';
export { listColleagues, performDeed, readCase, reverseDeed } from '../api/server/cases.ts';
export { eraseAgain, listErased } from '../keeping/server/again.ts';
export { eraseEarly, showEarlyErasing } from '../keeping/server/early.ts';
export { showReceipt, showReceipts } from '../keeping/server/receipts.ts';
export { fulfilRequest, recordRequest, refuseRequest, showRequests } from '../keeping/server/requests.ts';
export { exportForm, readFormFile, showFormExchange, takeFormFile } from '../form/server/exchange.ts';
