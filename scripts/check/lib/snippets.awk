# Reads Swift files first (`kind=source`), then pages (`kind=page`): each ```swift block of a page must
# stand, line by line and apart from indentation, in one of the Swift files.

kind == "source" {
  if (FNR == 1) { files++; body[files] = "\n" }
  body[files] = body[files] trimmed($0) "\n"
  next
}

FNR == 1 { inBlock = 0; inOther = 0 }
inBlock && /^ *``` *$/ { inBlock = 0; judge(); next }
inBlock { block = block trimmed($0) "\n"; next }
!inOther && /^ *```swift *$/ { inBlock = 1; start = FNR; block = "\n"; next }
/^ *```/ { inOther = !inOther }

END { exit found > 0 }

function trimmed(line) {
  sub(/\r$/, "", line); sub(/^[ \t]+/, "", line); sub(/[ \t]+$/, "", line)
  return line
}

function judge(    i) {
  for (i = 1; i <= files; i++) if (index(body[i], block)) return
  printf "%s:%d: this Swift block is not quoted from a file below Tests or Sources\n", FILENAME, start
  found++
}
