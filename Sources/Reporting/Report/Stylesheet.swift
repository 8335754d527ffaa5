/// The page's style: system fonts, light, readable on paper and on a phone.
enum Stylesheet {
  static var markup: Markup { Markup([frame, text, tables, roster, charts, levels, media]) }

  private static let frame: Markup = """
    :root{color-scheme:light;--ink:#1b2733;--muted:#56626d;--line:#d8dee4;--pale:#f3f5f7;\
    --blue:#0072b2}
    *{box-sizing:border-box}
    body{margin:0;color:var(--ink);background:#fff;font:16px/1.5 system-ui,-apple-system,\
    "Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif;\
    -webkit-text-size-adjust:100%}
    main{max-width:1280px;margin:0 auto;padding:28px 24px 64px}
    section{margin-top:44px;padding-top:20px;border-top:1px solid var(--line)}
    .patterns{position:absolute}
    nav{display:flex;flex-wrap:wrap;gap:4px 20px;margin-top:24px;font-size:15px}
    nav a{color:var(--blue)}
    .scroll{overflow-x:auto;margin:10px 0}
    .scroll:focus-visible{outline:2px solid var(--blue)}
    """

  private static let text: Markup = """
    h1{font-size:34px;line-height:1.15;margin:2px 0 10px;letter-spacing:-.01em}
    h2{font-size:23px;line-height:1.25;margin:0 0 6px}
    h3{font-size:17px;margin:26px 0 6px;break-after:avoid}
    h3 small{font-weight:400;font-size:14px;color:var(--muted);margin-left:6px}
    p{margin:6px 0}
    .kicker{color:var(--muted);font-size:15px}
    .verdict{font-size:20px;line-height:1.4;max-width:62em}
    .lead{max-width:70em;color:var(--muted)}
    .note,.nothing{font-size:14px;color:var(--muted);max-width:75em}
    .warning{border-left:4px solid #b84a00;background:#fdf1e8;padding:8px 12px;max-width:70em}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(172px,1fr));gap:12px;\
    margin:22px 0}
    .facts{grid-template-columns:repeat(auto-fit,minmax(148px,1fr))}
    .tiles div{border:1px solid var(--line);border-radius:6px;padding:10px 14px}
    .tiles dt{font-size:14px;color:var(--muted)}
    .tiles dd{margin:0;font-size:23px;line-height:1.25;font-weight:600;\
    font-variant-numeric:tabular-nums}
    .tiles small{display:block;font-size:13px;font-weight:400;color:var(--muted)}
    .badge{display:inline-block;white-space:nowrap;font-size:13px;line-height:1.4;padding:1px 8px;\
    border-radius:10px;border:1px solid}
    .good{color:#00523b;background:#e3f4ed}
    .bad{color:#8f2f00;background:#fdeadd;font-weight:600}
    .open{color:#4b4100;background:#fbf5d2;border-style:dashed}
    .none{color:var(--muted);background:var(--pale)}
    dl:not(.tiles) div{display:grid;grid-template-columns:150px 1fr;gap:12px;padding:4px 0}
    dl:not(.tiles) dt{font-weight:600}
    dl:not(.tiles) dd{margin:0;max-width:60em}
    .rules{display:flex;flex-wrap:wrap;gap:4px 18px;list-style:none;padding:0;margin:8px 0;\
    font-size:15px}
    li.bad{padding:0 6px;border-radius:4px}
    pre{background:var(--pale);padding:10px 14px;border-radius:6px;white-space:pre-wrap;\
    overflow-wrap:anywhere;font-size:14px}
    .nowrap{white-space:nowrap}
    .best{font-weight:600;background:#e3f4ed}
    .block{display:block;color:var(--muted)}
    """

  private static let tables: Markup = """
    table{border-collapse:collapse;font-size:14.5px;line-height:1.4;\
    font-variant-numeric:tabular-nums}
    th,td{padding:5px 14px 5px 0;text-align:left;vertical-align:top;\
    border-bottom:1px solid var(--line)}
    thead th{font-weight:600;font-size:13px;color:var(--muted);vertical-align:bottom;white-space:normal;\
    border-bottom-color:#8a96a1}
    .n{text-align:right;white-space:nowrap}
    thead .n{white-space:normal}
    .wide{min-width:17em}
    td ul{margin:0;padding-left:18px}
    """

  private static let roster: Markup = """
    .roster{font-size:13px;line-height:1.3}
    .roster th,.roster td{padding:3px 10px 4px 0;white-space:nowrap}
    .roster td svg{display:block;width:102px;height:6px;background:#e6eaee;margin-top:2px}
    .roster td path{fill:#0072b2}
    .roster td path.training{fill:#e69f00}
    .roster tbody th{font-weight:600;min-width:130px;max-width:185px;white-space:normal;\
    overflow-wrap:break-word}
    .roster th small{display:block;font-weight:400;font-size:12px;color:var(--muted);\
    overflow-wrap:anywhere}
    .roster thead th{white-space:nowrap}
    .roster th:first-child{position:sticky;left:0;background:#fff}
    .roster .team th{max-width:none;padding-top:14px;font-size:15px;border-bottom-color:#8a96a1}
    .roster .team small{display:inline;font-size:13px}
    .roster i{font-style:normal;border:1px dashed var(--muted);padding:0 3px}
    .off{color:var(--muted)}
    .hours{display:block;width:102px;height:9px;overflow:visible}
    .hours text{font-size:9px;fill:var(--muted);text-anchor:middle;font-weight:400}
    .hours .first{text-anchor:start}
    .hours .last{text-anchor:end}
    """

  private static let charts: Markup = """
    .panels{display:grid;grid-template-columns:repeat(7,minmax(0,1fr));gap:10px 12px}
    figure{margin:0;break-inside:avoid}
    figcaption{font-size:13px;line-height:1.35;white-space:nowrap}
    figcaption small{display:block;white-space:normal}
    figcaption small,.panels .nothing{color:var(--muted);font-size:12px}
    .panel{display:block;width:100%;height:auto}
    .panel text,.plot text{font-size:9.5px;fill:#56626d}
    .side text{text-anchor:end}
    .below text{text-anchor:middle}
    .grid{stroke:#dfe4e8;stroke-width:.8;fill:none}
    .mark{stroke:#8a96a1;stroke-width:.8;fill:none}
    .band95{fill:#cfe4f2}
    .band80{fill:#8fc1e3}
    .mean-line{fill:none;stroke:#003f66;stroke-width:1.5;stroke-linejoin:round}
    .came{fill:none;stroke:#b84a00;stroke-width:3;stroke-linecap:round}
    .special{fill:#1b2733}
    .pastdays{display:block;width:100%;min-width:640px;height:auto}
    .pastdays text{font-size:11px;fill:#56626d}
    .pastdays .came{stroke-width:4}
    .wide-figure{margin:14px 0 0;overflow-x:auto}
    .wide-figure figcaption{white-space:normal;color:var(--muted)}
    .pair{display:flex;flex-wrap:wrap;gap:0 48px}
    h4{font-size:14.5px;margin:14px 0 0}
    .actual{fill:none;stroke:#b84a00;stroke-width:1.2;stroke-linejoin:round}
    .present{fill:#a9d3ef}
    .missing{fill:url(#hatch)}
    .need{fill:none;stroke:#1b2733;stroke-width:1.3}
    .legend{display:flex;flex-wrap:wrap;gap:2px 16px;font-size:13px;color:var(--muted)}
    .legend span{display:inline-flex;align-items:center;gap:6px}
    .key{width:16px;height:10px}
    .long{width:26px}
    .weeks{display:block;width:100%;max-width:860px;height:auto}
    .weeks text{font-size:11px;fill:#56626d}
    .plot{display:block;width:170px;height:auto}
    .rate{width:132px;flex:none}
    .rate-line{display:flex;align-items:center;gap:4px;white-space:nowrap}
    td small{color:var(--muted)}
    details{margin:10px 0}
    summary{color:var(--blue);cursor:pointer}
    .renewed{stroke:#56b4e9;stroke-width:4.5}
    .lapsed{stroke:#b84a00;stroke-width:2}
    .planned{stroke:#00664a;stroke-width:2;stroke-dasharray:7 4}
    .asked{stroke:#1b2733;stroke-width:1.4;stroke-dasharray:2 3}
    .played{stroke:#00664a;stroke-width:8;stroke-linecap:round}
    .worth{display:block;width:272px;height:auto}
    .worth text{font-size:11px;fill:#56626d}
    .pairs{stroke:#0072b2;stroke-opacity:.75;stroke-width:7;stroke-linecap:round}
    .aim{stroke:#1b2733;stroke-width:1.2;stroke-dasharray:2.5 2}
    .whisker{stroke:#0072b2;stroke-width:2;fill:none}
    .mean{fill:#0072b2}
    .bar{width:120px;height:10px}
    .bar rect{fill:#0072b2}
    .heat{display:block;width:100%;height:auto}
    .heat text{font-size:11px;fill:#1b2733}
    .heat .cells text{font-size:10.5px;text-anchor:middle}
    .heat .cells .w{fill:#fff}
    .heat .total{font-weight:600}
    .closed{fill:#eef1f4}
    .dot,.dot-edge{fill:none;stroke:#fff;stroke-width:3;stroke-linecap:round}
    .dot-edge{stroke:#000;stroke-width:5}
    """

  private static var levels: Markup {
    Markup(
      Palette.amounts.enumerated().map { level, color in ".v\(level){fill:\(color)}\n" }
    )
  }

  private static let media: Markup = """
    @media (max-width:1060px){.panels{grid-template-columns:repeat(auto-fill,minmax(160px,1fr))}}
    @media (max-width:640px){
    main{padding:18px 14px 48px}
    body{font-size:15px}
    h1{font-size:27px}
    .verdict{font-size:17px}
    .tiles{grid-template-columns:1fr 1fr;gap:8px}
    .tiles dd{font-size:20px}
    .panels{grid-template-columns:1fr 1fr;gap:8px 10px}
    dl:not(.tiles) div{grid-template-columns:1fr;gap:0}
    h3 small{display:block;margin-left:0}
    }
    @page{size:landscape;margin:11mm}
    @media print{
    body{font-size:10.5pt}
    main{max-width:none;padding:0}
    nav{display:none}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    section{margin-top:26px;border-top:0;padding-top:0}
    #forecast,#need,#roster,#service{break-before:page;margin-top:0}
    p,dl div{break-inside:avoid}
    h2,.lead,.legend{break-after:avoid}
    .wide{min-width:0}
    .scroll{overflow:visible}
    .tiles{grid-template-columns:repeat(3,1fr)}
    .panels{grid-template-columns:repeat(7,1fr);gap:6px 8px}
    .heat{min-width:0!important}
    .together,tr,.tiles{break-inside:avoid}
    .team{break-after:avoid}
    thead{display:table-header-group}
    .roster{font-size:8.5pt}
    }
    """
}
