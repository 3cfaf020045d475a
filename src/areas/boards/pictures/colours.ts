/** Told apart with any colour vision as far as seven can be; shapes and numbers say the same without colour. */
export const colours = {
	light: {
		sheet: '#ffffff',
		ink: '#171512',
		soft: '#575149',
		line: '#716a5f',
		shade: '#ece8de',
		loud: '#ffc61a',
		marks: ['#0072b2', '#b04a00', '#007a5a', '#a33d7a', '#5c5200', '#a01c1c', '#3d4a9e']
	},
	dark: {
		sheet: '#211e1a',
		ink: '#f6f1e7',
		soft: '#beb6a8',
		line: '#958c7d',
		shade: '#2e2a25',
		loud: '#ffc61a',
		marks: ['#6bb8ea', '#ff9d57', '#5fd0ab', '#eb90c4', '#d3c44e', '#ff9b9b', '#a9b4ff']
	}
};
