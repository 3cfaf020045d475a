/** The pages of the gallery, in order. The accessibility tests walk this list. */
export const families = [
	{ path: 'type', name: 'Type and colour' },
	{ path: 'actions', name: 'Buttons and links' },
	{ path: 'text', name: 'Text answers' },
	{ path: 'choices', name: 'Choices' },
	{ path: 'dates-and-files', name: 'Dates, numbers, files' },
	{ path: 'questions', name: 'Questions' },
	{ path: 'messages', name: 'Messages' },
	{ path: 'lists', name: 'Answers and tasks' },
	{ path: 'tables', name: 'Tables' },
	{ path: 'placards', name: 'Placards' },
	{ path: 'moving', name: 'Finding the way' },
	{ path: 'secrets', name: 'Secrets to copy' },
	{ path: 'desk', name: 'The desk' },
	{ path: 'whole', name: 'A whole page' }
] as const;
