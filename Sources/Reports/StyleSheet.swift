/// How pages look, on screens from 320 pixels and on A4 paper; no fonts, no pictures, nothing to load.
enum StyleSheet {
  /// The rules that all pages share.
  static let text: StaticString = """
    *{box-sizing:border-box}
    html{font-size:100%;-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;max-width:72rem;padding:2.75rem clamp(1rem,4vw,3rem) 3rem;font:1rem/1.55 system-ui,\
    -apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;color:#1A1A1A;background:#fff;\
    font-variant-numeric:tabular-nums lining-nums}
    .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;z-index:1}
    a{color:#0B2F5B;text-underline-offset:.15em}:focus-visible{outline:3px solid #2B6CB0;outline-offset:2px}
    p{margin:.35rem 0;max-width:44rem}ul{margin:0;padding:0;list-style:none}
    .eyebrow{margin:0 0 .4rem;font-size:.875rem;color:#595959;max-width:none}
    h1{margin:0;font-size:clamp(1.6rem,1.1rem + 2.2vw,2.4rem);line-height:1.15;font-weight:650;letter-spacing:-.02em;\
    text-wrap:balance;overflow-wrap:break-word}
    h2{margin:3.25rem 0 .6rem;font-size:1.35rem;line-height:1.25;font-weight:650;letter-spacing:-.01em}
    h3{margin:2.2rem 0 .4rem;font-size:1.05rem;line-height:1.35;font-weight:650}
    h4{margin:2rem 0 .2rem;font-size:1rem;line-height:1.35;font-weight:650}
    .meta{display:flex;flex-wrap:wrap;gap:.3rem 2.25rem;margin:1.1rem 0 0;padding:.8rem 0 0;border-top:2px solid #1A1A1A}
    .meta div{min-width:0}.meta dt{font-size:.75rem;color:#595959}.meta dd{margin:0;font-size:.9375rem}
    td code,th code{font-weight:400;overflow-wrap:normal;white-space:nowrap}
    .tiles+p{max-width:none;margin-top:.9rem}code{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.875em;overflow-wrap:anywhere}
    .lang{margin:0 0 1.5rem;text-align:right;font-size:.875rem;max-width:none}
    .messages{margin:.9rem 0 0}.messages li{display:grid;grid-template-columns:12rem 1fr;gap:.2rem 1.25rem;\
    padding:1rem 0;border-top:1px solid #DDE1E7}.messages li:last-child{border-bottom:1px solid #DDE1E7}
    .messages strong{font-size:1.0625rem;white-space:nowrap}.messages p{margin:0 0 .25rem;font-size:1.0625rem}
    .messages .m{display:inline-block;min-width:1.75rem}
    .boxes{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(19rem,100%),1fr));gap:1.25rem;margin:1.75rem 0 0}
    .box{padding:1.1rem 1.35rem 1.2rem;background:#F5F6F8;border-radius:.5rem;font-size:.9375rem}
    .box h3{margin:0 0 .4rem;font-size:.9375rem}.box h3:not(:first-child){margin-top:.9rem}.box p{margin:.25rem 0}
    .m{font-size:.875em;letter-spacing:-.08em;margin-right:.35em}
    .b2{color:#7A2E00}.b1{color:#B85C00}.w{color:#595959}.a1{color:#2B6CB0}.a2{color:#0B2F5B}.p{color:#1A1A1A}
    .m.r{color:#595959;letter-spacing:0}
    .muted{color:#595959}.small{font-size:.875rem}
    .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;margin:.9rem 0 0;font-size:.8125rem;color:#595959}
    .legend li{display:flex;align-items:center;gap:.45em}.legend .m{margin:0}
    .legend b{font-weight:600;color:#1A1A1A}.box .legend{margin:.7rem 0 0;flex-direction:column}
    .key-band{width:1.9rem;height:.85rem;background:#DDE1E7;border:1px solid #6B7280;border-radius:2px;\
    background-image:linear-gradient(90deg,transparent 46%,#6B7280 46%,#6B7280 54%,transparent 54%)}
    .key-own{width:1.9rem;border-top:2px solid #1A1A1A}.key-dash{width:1.9rem;border-top:2px dashed #6B7280}
    .scroll{position:relative;overflow-x:auto;margin:.6rem 0 0}
    table{width:100%;border-collapse:collapse;font-size:.9375rem;line-height:1.4}
    caption{caption-side:top;text-align:left;padding:0 0 .35rem;font-size:.8125rem;color:#595959}
    th,td{padding:.6rem .75rem .6rem 0;text-align:left;vertical-align:middle;border-bottom:1px solid #DDE1E7}
    th:last-child,td:last-child{padding-right:0}
    thead th{padding-top:.2rem;font-size:.8125rem;font-weight:400;color:#595959;vertical-align:bottom;\
    border-bottom:1px solid #6B7280}
    tbody th{font-weight:600}.num{text-align:right}.range{white-space:nowrap;color:#595959}
    td data{white-space:nowrap}.say data{white-space:normal}
    .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .lay{table-layout:fixed}.lay thead th{hyphens:auto}.lay tbody th{hyphens:auto}
    .c-dim{width:13.5%}.c-strip{width:18%}.c-pts{width:12.5%}.c-n{width:8%}.c-read{width:18.5%}.c-inf{width:16%}
    .c-read,.lay td:nth-child(5){padding-left:.4rem}
    .lay{font-size:.875rem}.lay th,.lay td{padding-right:1rem}.lay .num{padding-right:1.25rem}.lay th:last-child,.lay td:last-child{padding-right:0}
    .strip svg{display:block;width:100%}.ticks{position:relative;display:block;height:1.2em}
    .ticks span{position:absolute;transform:translateX(-50%)}.ticks span:nth-child(1){left:4.17%}
    .ticks span:nth-child(2){left:50%}.ticks span:nth-child(3){left:95.83%}
    .bar{display:flex;height:1.15rem;min-width:6rem;border:1px solid #6B6B6B;border-radius:2px;overflow:hidden;\
    print-color-adjust:exact;-webkit-print-color-adjust:exact}.bar i{display:block}
    .dist{table-layout:fixed}.dist .q{width:33%}.dist .d{width:26%}.dist .top{width:12%}
    .many .q{width:23%}.many .d{width:19%}.many .top{width:10%}table.many .num{padding-right:.4rem}
    .note{font-size:.8125rem;line-height:1.35;color:#595959}.note+.note{display:block}
    table+table,.scroll+.scroll{margin-top:2rem}tbody+tbody th,tbody+tbody td{border-top:0}
    .who{vertical-align:top;font-weight:400}
    figure{margin:.4rem 0 0}figure svg{display:block;width:100%;max-width:56rem;height:auto}
    figcaption{font-size:.8125rem;color:#595959;margin:0 0 .5rem}
    .funnel text{font:16px system-ui,"DejaVu Sans",sans-serif;fill:#595959}
    .axis-x{margin:.1rem 0 0;text-align:center;max-width:56rem;font-size:.8125rem;color:#595959}
    .pair{display:grid;gap:1rem 2.5rem;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));align-items:start}
    .pair table{font-size:.875rem}.pair th,.pair td{padding-top:.4rem;padding-bottom:.4rem}
    .matrix th,.matrix td{text-align:center;padding:.45rem .3rem}.matrix tbody th{text-align:left}
    .matrix thead th{hyphens:auto;min-width:4.5rem}.matrix thead th:first-child{text-align:left;min-width:3rem}
    .matrix .m{margin:0;font-size:1em}.matrix .p{color:#6B7280;font-size:.7em}
    .state{display:flex;gap:1rem;align-items:baseline;margin:1.5rem 0 0;padding:1.1rem 1.35rem;border-radius:.5rem;\
    background:#F5F6F8;border-left:5px solid #2B6CB0}.state.warn{border-left-color:#B85C00}.state strong{font-size:1.15rem}
    .state p{margin:0}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1rem 1.5rem;margin:.9rem 0 0}
    .tiles div{border-top:1px solid #6B7280;padding:.45rem 0 0}.tiles dt{font-size:.8125rem;color:#595959;order:2}
    .tiles dd{margin:0;font-size:1.6rem;line-height:1.2;font-weight:600;letter-spacing:-.01em}
    .tiles div{display:flex;flex-direction:column}.tiles dd{order:1}
    .plain li{padding:.45rem 0;border-bottom:1px solid #DDE1E7;max-width:44rem}
    .steps{counter-reset:step}.steps li{padding:.35rem 0;max-width:44rem}
    .names{columns:22rem;column-gap:3rem;margin:.6rem 0 0}.names li{display:flex;gap:.75rem;justify-content:space-between;\
    align-items:baseline;padding:.4rem 0;border-bottom:1px solid #DDE1E7;break-inside:avoid}
    .names span{min-width:0;overflow-wrap:break-word}.names small{display:inline-block;min-width:2.6rem;color:#595959;font-size:.8125rem;margin-right:.6rem}
    .names nav,.names i{font-style:normal;white-space:nowrap}.names a{padding:.1rem .2rem}
    footer{margin:3.5rem 0 0;padding:.9rem 0 0;border-top:1px solid #6B7280;font-size:.8125rem;color:#595959}
    footer p{max-width:none;margin:.15rem 0}
    @media screen and (max-width:46rem){
    body{padding-top:1.5rem}.messages li{grid-template-columns:1fr}.funnel text{font-size:25px}
    .cards,.cards tbody,.cards caption{display:block}.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;\
    clip-path:inset(50%)}.cards tr{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.55rem 1rem;padding:1rem 0;\
    border-bottom:1px solid #DDE1E7}.cards th,.cards td{display:block;padding:0;border:0;text-align:left}
    .cards tbody th,.cards .strip,.cards .wide,.cards .d{grid-column:1/-1;width:auto}
    .cards td[data-label]::before{content:attr(data-label);display:block;font-size:.75rem;color:#595959}
    .cards .dash{display:none}.lay td:nth-child(5){padding-left:0}
    .dist tr{grid-template-columns:repeat(auto-fit,minmax(2.4rem,1fr));gap:.45rem .5rem}.dist .top,.many .top{grid-column:1/-1;width:auto}
    .cards td.num,.dist td.num{text-align:left}}
    @page{size:A4;margin:15mm 14mm 16mm}
    @media print{html{font-size:9pt}p{orphans:3;widows:3}h2{margin-top:1.6rem}h3{margin-top:1.1rem}body{max-width:none;padding:0}.skip,.lang{display:none}.scroll{overflow:visible}
    h1{font-size:20pt}.meta{margin-top:.7rem;padding-top:.5rem}h2,h3,h4,h2+p,caption,figcaption,.eyebrow{break-after:avoid}
    tr,li,.box,figure,.state,.tiles div{break-inside:avoid}thead{display:table-header-group}
    .short{break-inside:avoid}table{font-size:8.5pt;line-height:1.3}th,td{padding:.32rem .5rem .32rem 0}\
    .lay th,.lay td,.lay .num{padding-right:.6rem}thead th{font-size:7.5pt}
    p{max-width:none}.pair{grid-template-columns:11fr 10fr;gap:1rem}.pair table{font-size:7.5pt}.funnel text{font-size:18px}.one{break-inside:avoid}.plain li,.steps li{max-width:none}
    .pair th,.pair td{padding-top:.15rem;padding-bottom:.15rem}.messages{margin-top:.4rem}.messages p,.messages strong{font-size:10pt}.messages li{padding:.5rem 0;\
    grid-template-columns:10.5rem 1fr}.box{padding:.7rem 1rem .8rem;font-size:8.5pt}.boxes{margin-top:1rem}.names{columns:2}
    .box,.state,.key-band{print-color-adjust:exact;-webkit-print-color-adjust:exact}.matrix thead th{min-width:0}
    .boxes{grid-template-columns:1fr 1fr}a{color:inherit}}
    """
}
