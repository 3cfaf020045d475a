import './jobs.ts';

// What the door gives of questions about a call.
export { askQuestion, showAskingAbout, showCallToPrint, showQuestionsAnswered } from './public.ts';
export {
	answerPrivately,
	changeAnswerForAll,
	listQuestionsAsked,
	pointToAnswer,
	publishAnswer,
	setQuestionAside,
	showAnswerForAll,
	showQuestionAsked,
	takeDownAnswer
} from './queue.ts';
