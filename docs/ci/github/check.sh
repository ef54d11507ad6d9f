#!/usr/bin/env bash
# The composite action's one step: SARIF into a file, annotations onto standard output, a line for
# the job's summary. Exits as gouji does: 0 clean, 1 findings at the gate's level, 2 not checked.
set -euo pipefail
: "${GOUJI:=gouji}" "${GOUJI_PATHS:=.}" "${GOUJI_FAIL_ON:=error}" "${GOUJI_SARIF:=gouji.sarif}" "${GOUJI_BASELINE:=}" "${GOUJI_CONFIG:=}"

if ! command -v "$GOUJI" > /dev/null; then
    echo "::error title=gouji::找不到 gouji（$GOUJI）：请先安装，或用输入 gouji 指明位置"
    exit 2
fi
arguments=(check --locked --fail-on "$GOUJI_FAIL_ON" --format sarif --output "$GOUJI_SARIF" --format github)
# Nothing that lies beside the submissions decides how they are checked.
if [[ -n $GOUJI_CONFIG ]]; then arguments+=(--config "$GOUJI_CONFIG"); else arguments+=(--no-config); fi
[[ -z $GOUJI_BASELINE ]] || arguments+=(--baseline "$GOUJI_BASELINE")
while IFS= read -r path; do
    [[ -z $path ]] || arguments+=("$path")
done <<< "$GOUJI_PATHS"

status=0
"$GOUJI" "${arguments[@]}" || status=$?
# Without a file there is nothing to upload: gouji removes the results of an earlier run.
if [[ -n ${GITHUB_OUTPUT:-} && -f $GOUJI_SARIF ]]; then echo "sarif=$GOUJI_SARIF" >> "$GITHUB_OUTPUT"; fi
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
    case $status in
        0) echo "gouji：没有达到门槛（$GOUJI_FAIL_ON）的问题。" ;;
        1) echo "gouji：有达到门槛（$GOUJI_FAIL_ON）的问题，见标注与 \`$GOUJI_SARIF\`。" ;;
        *) echo "gouji：没能完成检查，见日志。" ;;
    esac >> "$GITHUB_STEP_SUMMARY"
fi
exit "$status"
