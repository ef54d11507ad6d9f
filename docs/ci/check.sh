#!/bin/sh
# 普通脚本，定时任务或收文系统都能用：check.sh 报送
# 结果写进 结果/，返回值同 gouji：0 通过，1 退回，2 没有检查完整。
mkdir -p 结果
gouji check --config "${GOUJI_CONFIG:-gate/gouji.toml}" --locked --format html --output 结果/结果.html --format text --output 结果/结果.txt "$@"
status=$?
case $status in
    0) echo 通过 ;;
    1) echo 有达到门槛的问题，请按 结果/结果.html 修改后重新报送 ;;
    *) echo 检查没有完成，请看上面的说明 ;;
esac
exit $status
