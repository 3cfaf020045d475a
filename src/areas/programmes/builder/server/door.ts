export { addSection, arrangeForm, revisePage, reviseSection } from './arranging.ts';
export { setFindingAside, takeFindingUp } from './asides.ts';
export {
	setFormLanguages,
	showQuestionTexts,
	showTitles,
	translateQuestion,
	translateTitles
} from './languages.ts';
export { putBack, removeQuestion, removeSection, takeForm } from './removing.ts';
export { lookAtQuestion, showPreview, tryPage, type QuestionLook } from './previewing.ts';
export { listFormVersions, showBuilder, showBuilderQuestion, showSources } from './showing.ts';
export { addBlankQuestion, addQuestion, reviseQuestion } from './writing.ts';
export { showPage, showSection } from './titles.ts';
