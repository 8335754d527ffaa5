# Prints `page<TAB>line<TAB>target` for each link of a page (`list=links`), or `page#anchor` for each
# heading (`list=anchors`), the way the repository's host makes anchors. Code is not looked at.

FNR == 1 { inCode = 0 }
/^ *(```|~~~)/ { inCode = !inCode; next }
inCode { next }

list == "anchors" && /^#+ / {
  anchor = tolower($0)
  sub(/^#+ +/, "", anchor); sub(/ +#* *$/, "", anchor)
  gsub(/[!-,.\/:-@[-^`{-~]/, "", anchor)
  gsub(/ /, "-", anchor)
  repeats = seen[FILENAME, anchor]++
  print FILENAME "#" anchor (repeats ? "-" repeats : "")
}

list == "links" {
  text = $0
  gsub(/`[^`]*`/, "", text)
  while (match(text, /\]\([^)]*\)/)) {
    show(substr(text, RSTART + 2, RLENGTH - 3))
    text = substr(text, RSTART + RLENGTH)
  }
  if (match(text, /^ *\[[^\]]+\]: +[^ ]+/)) {
    sub(/^ *\[[^\]]+\]: +/, "", text)
    show(text)
  }
}

function show(target) {
  sub(/ +".*"$/, "", target); gsub(/^<|>$/, "", target)
  print FILENAME "\t" FNR "\t" target
}
