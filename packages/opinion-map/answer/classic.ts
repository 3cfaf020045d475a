import type { ClassicReport } from '../classic/report.ts';
import { commonAnswer } from './answer.ts';

export function classicAnswer(report: ClassicReport) {
	return {
		profile: report.profile,
		k: report.grouping.names.length,
		...commonAnswer(report),
		...(report.silhouettes ? { silhouettes: report.silhouettes } : {})
	};
}
