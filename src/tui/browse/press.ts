import { type Browse, type Notice, selectedEntry } from './browse-state.js';
import type { Key } from './key.js';
import { bodyRows } from './room.js';

/** What a key does, as far as it is known where it leads: the selection and the scrolling may be out of their range. Pure. */
export const press = (state: Browse, key: Key): Browse => {
  if (key.name === 'interrupt') return { ...state, left: 'interrupt' };
  if (state.typing) return typed(state, key);
  if (key.name === 'text') return commanded(state, key.text);
  if (key.name === 'escape') return back(state);
  return state.view === 'list' ? movedInList(state, key) : movedInText(state, key);
};

const typed = (state: Browse, key: Key): Browse => {
  const filtered = (filter: string): Browse => ({ ...state, filter, selected: 0, top: 0 });
  switch (key.name) {
    case 'text':
      return state.filter.length < MAX_FILTER ? filtered(state.filter + key.text) : state;
    case 'backspace':
      return state.filter === '' ? { ...state, typing: false } : filtered([...state.filter].slice(0, -1).join(''));
    case 'clear':
      return filtered('');
    case 'escape':
      return { ...filtered(''), typing: false };
    case 'enter':
      return { ...state, typing: false };
    default:
      return movedInList(state, key);
  }
};

const MAX_FILTER = 60;

const commanded = (state: Browse, text: string): Browse => {
  const named = MOVES[text];
  if (named !== undefined) return press(state, { name: named });
  switch (text) {
    case 'q':
      return { ...state, left: 'leave' };
    case '/':
      return { ...state, view: 'list', typing: true };
    case 'r':
      return { ...state, running: true };
    case 'o':
      return { ...state, notice: link(state) };
    case '?':
      return state.view === 'help' ? back(state) : { ...state, view: 'help', scroll: 0 };
    case 'n':
    case 'p':
      return state.view === 'detail'
        ? { ...state, selected: state.selected + (text === 'n' ? 1 : -1), scroll: 0 }
        : state;
    default:
      return state;
  }
};

/** Letters that move as other keys do. */
const MOVES: Readonly<Record<string, 'up' | 'down' | 'left' | 'right' | 'home' | 'end' | 'page-down'>> = {
  j: 'down',
  k: 'up',
  h: 'left',
  l: 'right',
  g: 'home',
  G: 'end',
  ' ': 'page-down',
};

const link = (state: Browse): Notice => {
  const entry = selectedEntry(state);
  if (entry?.kind === 'finding') return { words: entry.finding.spec, isLink: true };
  if (entry?.kind === 'change' && entry.change.what === 'finding')
    return { words: entry.change.finding.spec, isLink: true };
  return {
    words: entry === undefined ? 'nothing is selected' : 'this is no check: no part of the specification to show',
    isLink: false,
  };
};

/** One step back at a time: out of details or help, out of the filter, out of the screen. */
const back = (state: Browse): Browse => {
  if (state.view !== 'list') return { ...state, view: 'list' };
  return state.filter === '' ? { ...state, left: 'leave' } : { ...state, filter: '', selected: 0, top: 0 };
};

const movedInList = (state: Browse, { name }: Key): Browse => {
  const room = bodyRows(state.size);
  const to = (selected: number): Browse => ({ ...state, selected });
  switch (name) {
    case 'up':
      return to(state.selected - 1);
    case 'down':
      return to(state.selected + 1);
    case 'page-up':
      return to(state.selected - room);
    case 'page-down':
      return to(state.selected + room);
    case 'home':
      return to(0);
    case 'end':
      return to(Number.MAX_SAFE_INTEGER);
    case 'enter':
    case 'right':
      return selectedEntry(state) === undefined ? state : { ...state, view: 'detail', typing: false, scroll: 0 };
    default:
      return state;
  }
};

const movedInText = (state: Browse, { name }: Key): Browse => {
  const room = bodyRows(state.size);
  const to = (scroll: number): Browse => ({ ...state, scroll });
  switch (name) {
    case 'up':
      return to(state.scroll - 1);
    case 'down':
      return to(state.scroll + 1);
    case 'page-up':
      return to(state.scroll - room);
    case 'page-down':
      return to(state.scroll + room);
    case 'home':
      return to(0);
    case 'end':
      return to(Number.MAX_SAFE_INTEGER);
    case 'left':
    case 'backspace':
      return back(state);
    default:
      return state;
  }
};
