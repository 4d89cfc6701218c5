import * as React from "react";
import { usePlayer } from "../shell/player";
import { Empty } from "../shell/States";
import type { Bar } from "./chart";

const WIDTH = 200;
const HEIGHT = 16;

/** Bars as a table that can be read out; the drawing beside each number says the same to the eye. */
export const ChartBars: React.FC<{ readonly label: string; readonly bars: readonly Bar[] }> = ({ label, bars }) => {
  const { texts } = usePlayer();
  const longest = Math.max(...bars.map((bar) => bar.value), 0);
  if (bars.length === 0) return <Empty>{texts.noRows}</Empty>;
  return (
    <table className="mda-chart" aria-label={label}>
      <tbody>{bars.map((bar) => (
        <tr key={bar.label}>
          <th scope="row">{bar.label || texts.empty}</th>
          <td><svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none"><rect width={longest > 0 ? (Math.max(bar.value, 0) / longest) * WIDTH : 0} height={HEIGHT} /></svg></td>
          <td className="mda-number">{bar.text}</td>
        </tr>
      ))}</tbody>
    </table>
  );
};
