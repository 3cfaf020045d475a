import { questionsOf, showQuestion, type ShownQuestion } from '#areas/forms';
import { inSetting } from '../form/setting.ts';
import type { QuestionView } from './server/showing.ts';

/** The question as applicants meet it in this call; undefined where its list is empty, so that nobody is asked. */
export function previewOf({
	form,
	setting,
	question
}: Pick<QuestionView, 'form' | 'setting' | 'question'>): ShownQuestion | undefined {
	const asked = questionsOf(inSetting(form, setting)).find(({ key }) => key === question.key);
	return asked && showQuestion(asked, undefined);
}
