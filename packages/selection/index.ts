/** A cohort chosen as a set, scores made comparable, and draws that anybody can check. README.md says how, and for whom. */
export { assign, type Assignment } from './assignment/assignment.ts';
export type { Change, Removal } from './assignment/changes.ts';
export type { AssignmentCall, Reading, Reviewer, ToBeRead } from './assignment/problem.ts';
export type { Short } from './assignment/short.ts';
export {
	calibrate,
	shareOfTen,
	whyRefused,
	type Calibration,
	type Refused,
	type WhyRefused
} from './calibration/calibrate.ts';
export { readReviews, type Review } from './calibration/reviews.ts';
export { cohortAnswer } from './cohort/answer.ts';
export { cohortReport, type CohortReport, type Effort, type Stage } from './cohort/report.ts';
export { worthOf, type Worth } from './cohort/worth.ts';
export { commitmentTo, listBytes, pick, type Pick } from './draw/draw.ts';
export { proofsOf, rootOf, type Proof } from './draw/proof.ts';
export { readDraw, readOutcomes, readProof, type Draw } from './draw/read-draw.ts';
export type { Applicant, CohortCall, Quota, Weights } from './problem/problem.ts';
export type { Parts } from './problem/parts.ts';
export type { Rule } from './problem/rules.ts';
export { readApplications } from './read/read-applications.ts';
export { readCall } from './read/read-call.ts';
export { cohortReportInThread } from './worker.ts';
