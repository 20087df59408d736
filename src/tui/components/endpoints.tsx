import { Fragment } from 'react';
import { endpointLines } from '../endpoint-table.js';
import type { Pen } from '../endpoint-words.js';
import type { Section } from '../layout.js';
import { Line } from './line.js';

interface EndpointsProps {
  readonly sections: readonly Section[];
  /** Whether an empty line stands above each section. */
  readonly airy: boolean;
  readonly pen: Pen;
}

/** One row for each address, one cell for each layer. */
export const Endpoints = ({ sections, airy, pen }: EndpointsProps) =>
  endpointLines(sections, pen).map((lines, index) => (
    <Fragment key={sections[index]?.place}>
      {airy ? <Line> </Line> : null}
      {lines.map(({ key, text }) => (
        <Line key={key}>{text}</Line>
      ))}
    </Fragment>
  ));
