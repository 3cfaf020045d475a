export { readXlsForm, xlsFormOf } from './xlsform.ts';
export { faultsSentence, outcomeWords, reasonSentence, refusalSentence } from '../sentences.ts';
export { counted, type ReportLine } from '../report.ts';
export type { XlsForm } from '../import.ts';
export { workbookOf } from './write-workbook.ts';
