//! The plot: µs an order against number of rules, both logarithmic.

use super::Results;
use super::table::number;
use ordergate_bench::ours::Size;
use ordergate_bench::workload::Mix;

const WIDTH: f64 = 800.0;
const HEIGHT: f64 = 460.0;
const LEFT: f64 = 70.0;
const RIGHT: f64 = 310.0;
const TOP: f64 = 56.0;
const BOTTOM: f64 = 56.0;
const COUNTS: [usize; 3] = [10, 1_000, 10_000];

struct Series {
    name: String,
    class: &'static str,
    points: Vec<(f64, f64)>,
}

pub fn svg(results: &Results) -> String {
    let series = all_series(results);
    let values = || series.iter().flat_map(|series| series.points.iter().map(|(_, time)| *time));
    let (low, high) = (values().fold(f64::MAX, f64::min).log10().floor(), values().fold(0.0, f64::max).log10().ceil());
    let x = |rules: f64| LEFT + (rules.log10() - 1.0) / 3.0 * (WIDTH - LEFT - RIGHT);
    let y = |time: f64| TOP + (high - time.log10()) / (high - low) * (HEIGHT - TOP - BOTTOM);
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="Microseconds an order against number of rules">
<style>
  text {{ font: 13px system-ui, sans-serif; fill: #24292f; }} .title {{ font-weight: 600; font-size: 15px; }} .minor {{ fill: #57606a; }}
  .grid {{ stroke: #d0d7de; stroke-width: 1; }} polyline {{ fill: none; stroke-width: 2; }}
  .ours {{ stroke: #0969da; stroke-width: 3.5; }} .whole {{ stroke: #0969da; stroke-dasharray: 6 4; stroke-width: 2.5; }}
  .compiled {{ stroke: #6e7781; }} .script {{ stroke: #bc4c00; }} text.own {{ fill: #0969da; font-weight: 600; }} text.js {{ fill: #bc4c00; }}
  @media (prefers-color-scheme: dark) {{
    text {{ fill: #e6edf3; }} .minor {{ fill: #9198a1; }} .grid {{ stroke: #3d444d; }} .ours, .whole {{ stroke: #4493f8; }}
    .compiled {{ stroke: #9198a1; }} .script {{ stroke: #f0883e; }} text.own {{ fill: #4493f8; }} text.js {{ fill: #f0883e; }}
  }}
</style>
<text class="title" x="{LEFT}" y="24">Microseconds an order, the same rules in every engine</text>
<text class="minor" x="{LEFT}" y="42">CPU time of WASM and JavaScript in Node; dashed: from JSON, with a million entries</text>
"#
    );
    for power in low as i32..=high as i32 {
        let at = y(10f64.powi(power));
        out += &format!("<line class=\"grid\" x1=\"{LEFT}\" x2=\"{:.1}\" y1=\"{at:.1}\" y2=\"{at:.1}\"/>\n", WIDTH - RIGHT);
        out +=
            &format!("<text class=\"minor\" x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{}</text>\n", LEFT - 8.0, at + 4.0, decade(power));
    }
    for (rules, label) in [(10.0, "10"), (100.0, "100"), (1_000.0, "1,000"), (10_000.0, "10,000 rules")] {
        let at = x(rules);
        out += &format!("<line class=\"grid\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{TOP}\" y2=\"{:.1}\"/>\n", HEIGHT - BOTTOM);
        out += &format!("<text class=\"minor\" x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{label}</text>\n", HEIGHT - BOTTOM + 20.0);
    }
    // Labels at the lines' ends, moved apart where they would touch.
    let mut labels: Vec<(f64, &Series)> = series.iter().filter_map(|series| Some((y(series.points.last()?.1), series))).collect();
    labels.sort_by(|left, right| left.0.total_cmp(&right.0));
    for index in 1..labels.len() {
        labels[index].0 = labels[index].0.max(labels[index - 1].0 + 16.0);
    }
    let over = labels.last().map_or(0.0, |last| (last.0 - (HEIGHT - BOTTOM)).max(0.0));
    labels.iter_mut().for_each(|label| label.0 -= over);
    for index in (1..labels.len()).rev() {
        labels[index - 1].0 = labels[index - 1].0.min(labels[index].0 - 16.0);
    }
    for (at, series) in labels {
        let points: Vec<String> = series.points.iter().map(|(rules, time)| format!("{:.1},{:.1}", x(*rules), y(*time))).collect();
        out += &format!("<polyline class=\"{}\" points=\"{}\"/>\n", series.class, points.join(" "));
        let class = match series.class {
            "ours" | "whole" => "own",
            "script" => "js",
            _ => "",
        };
        let last = series.points.last().map_or(0.0, |(_, time)| *time);
        out += &format!(
            "<text class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\">{} {}</text>\n",
            WIDTH - RIGHT + 8.0,
            at + 4.0,
            series.name,
            spoken(last)
        );
    }
    out += "</svg>\n";
    out
}

fn decade(power: i32) -> String {
    match power {
        6.. => format!("{} s", 10i64.pow(power as u32 - 6)),
        3..6 => format!("{} ms", 10i64.pow(power as u32 - 3)),
        0..3 => format!("{} µs", 10i64.pow(power as u32)),
        _ => format!("{} µs", 10f64.powi(power)),
    }
}

/// `381 µs`, `12.1 ms`.
fn spoken(time: f64) -> String {
    if time < 1_000.0 { format!("{} µs", number(time)) } else { format!("{} ms", number(time / 1_000.0)) }
}

fn all_series(results: &Results) -> Vec<Series> {
    let line = |name: &str, class, key: &dyn Fn(usize) -> String| {
        let points: Vec<(f64, f64)> =
            COUNTS.iter().filter_map(|count| Some((*count as f64, results.time("WASM", &key(*count))?))).collect();
        (points.len() > 1).then(|| Series { name: name.to_owned(), class, points })
    };
    let name_of = |subject: &str| subject.split_once(' ').map_or(subject, |(name, _)| name).to_owned();
    let mut series = vec![
        line("Ordergate, rules", "ours", &|count| format!("ours {} parsed", Size::of(Mix::A, 0, count).label())),
        line("Ordergate, 1M entries too", "whole", &|count| format!("ours {} json", Size::of(Mix::A, 1_000_000, count).label())),
    ];
    for (subject, _) in ordergate_bench::peers::ALL {
        series.push(line(&name_of(subject).replace("-engine", ""), "compiled", &|count| format!("{subject} {count}")));
    }
    for subject in super::node::JAVASCRIPT {
        let name = if subject.starts_with("hand") { "JS closures".to_owned() } else { name_of(subject) };
        series.push(line(&name, "script", &|count| format!("{subject} {count}")));
    }
    series.into_iter().flatten().collect()
}
