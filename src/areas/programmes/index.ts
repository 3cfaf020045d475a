export {
	endsAt,
	graceEndsAt,
	graceMinutes,
	mayBegin,
	maySend,
	ownEnd,
	phaseAt,
	type Call,
	type OwnTime,
	type Phase
} from './call.ts';
export { changeGoals, kindsOfCampaign, type ChangeGoal, type KindOfCampaign } from './campaign.ts';
export { CallContent } from './call.schema.ts';
export { importAnswer } from './import-answer.ts';
export { callCalendar } from './call-calendar.ts';
export { callsAtom, callsJsonFeed, latestFirst, openCallsJson, type Addresses } from './call-feeds.ts';
export { kindNames, phaseNames, when } from './call-words.ts';
export { writtenDates, writtenTime } from './call-form.ts';
export { whenOf } from './call-words.ts';
export { csvParts, jsonParts } from './expression-file.ts';
export { holdingsTable } from './holdings-table.ts';
export { readReference } from './reference.ts';
export { firstFree, slugOf } from './slug.ts';
export { readCallFile, UnusableFile } from './call-file.ts';
export { callJson } from './call-json.ts';
export { Words as NoteWords } from './note.schema.ts';
export { expressionRecord, formLines, formRecord, noteRecord } from './api/record.ts';
export {
	CallRecord,
	CallRecords,
	ExpressionRecord,
	ExpressionRecords,
	FormLines,
	FormRecord,
	NoteRecords,
	PageOfRecords
} from './api/record.schema.ts';
export { deedRecord, tagRecords } from './api/case.ts';
export { CaseRecord, ColleagueRecords, DeedRecord, NewDeed, NewTag, TagRecords } from './api/case.schema.ts';
export { questionsAtom, questionsJson } from './questions/questions-feed.ts';
export { readErasedList } from './keeping/erased-list.ts';
export { formFaults, inSetting, lists, needs, type ListName, type Need, type Setting } from './form/index.ts';
export { audiences, type Audience } from './starter-form.ts';
export { appointmentCalendar, interviewsCalendar } from './interviews/interview-calendar.ts';
export { hereWords } from './together/beside-words.ts';
export { phases } from './panel/phases.ts';
export { recordCsv } from './record/record-file.ts';
export { marksIn } from './reviews/reviews.schema.ts';
