/** Rows of the height of real ones, so that nothing moves when they arrive. */
export function Skeleton({ rows, columns }: { rows: number; columns: readonly string[] }) {
  return (
    <>
      {Array.from({ length: rows }, (_, row) => (
        <tr class="skeleton" aria-hidden="true">
          {columns.map((name, at) => <td class={name}><span class={`bone bone-${3 + ((row + at) % 3)}`} /></td>)}
        </tr>
      ))}
    </>
  );
}
