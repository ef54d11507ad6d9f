#include "gouji/base/system_error.hpp"

#include <cerrno>
#include <cstring>

namespace gouji {
namespace {

const char* chinese(int error) {
    switch (error) {
        case EACCES:
        case EPERM:
            return "没有权限";
        case EBUSY:
            return "正被占用";
        case EDQUOT:
            return "超出磁盘配额";
        case EEXIST:
            return "已经存在";
        case EFBIG:
            return "超过系统允许的文件大小（ulimit -f）";
        case EINVAL:
            return "系统不支持";
        case EIO:
            return "磁盘读写出错";
        case EISDIR:
            return "是文件夹";
        case ELOOP:
            return "链接绕成了圈";
        case EMFILE:
        case ENFILE:
            return "打开的文件太多";
        case ENAMETOOLONG:
            return "名称太长";
        case ENODEV:
        case ENXIO:
            return "没有这个设备";
        case ENOENT:
            return "没有这个文件或文件夹";
        case ENOMEM:
            return "内存不足";
        case ENOSPC:
            return "磁盘已满";
        case ENOTDIR:
            return "路径中有一段不是文件夹";
        case EPIPE:
            return "读的一方已经关闭";
        case EROFS:
            return "磁盘是只读的";
        case ETXTBSY:
            return "程序正在运行";
        default:
            return nullptr;
    }
}

}  // namespace

Localized system_words(int error) {
    const char* known = chinese(error);
    return {known != nullptr ? known : "系统错误 " + std::to_string(error), std::strerror(error)};
}

}  // namespace gouji
