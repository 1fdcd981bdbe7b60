#include "export/write_files.hpp"

#include "base/file.hpp"
#include "model/text/file_words.hpp"

#include <array>
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace app {

using engine::Error;
using engine::Result;

namespace {

Result<std::string> bytes_of(Format format, const Summary &summary,
                             std::span<const SummaryView> views, std::string_view created_iso) {
    switch (format) {
    case Format::pdf:
        return export_pdf(summary, views, created_iso);
    case Format::html:
        return export_html(summary, views);
    case Format::png:
        break;
    }
    std::string png = engine::encode_png(export_picture(summary, views));
    if (png.empty())
        return Error{"The picture of the body could not be made: not enough memory. Close other "
                     "programs and try again."};
    return png;
}

} // namespace

std::string_view word(Format format) {
    constexpr std::array<std::string_view, 3> names = {"pdf", "html", "png"};
    return names[static_cast<std::size_t>(format)];
}

Result<std::vector<std::filesystem::path>> write_summary_files(const Summary &summary,
                                                               std::span<const SummaryView> views,
                                                               const std::filesystem::path &folder,
                                                               std::span<const Format> formats,
                                                               std::string_view created_iso) {
    if (!engine::parse_iso(created_iso))
        return Error{"The summary needs a valid date and time. Check the clock of this computer."};
    std::vector<std::string> contents;
    for (const Format format : formats) {
        auto bytes = bytes_of(format, summary, views, created_iso);
        if (!bytes)
            return bytes.error();
        contents.push_back(std::move(*bytes));
    }

    std::vector<std::filesystem::path> files;
    for (std::size_t i = 0; i < contents.size(); ++i) {
        auto file =
            write_client_file(folder, summary.client, "summary." + std::string(word(formats[i])),
                              contents[i], created_iso);
        if (!file)
            return file.error();
        files.push_back(std::move(*file));
    }
    return files;
}

Result<std::filesystem::path> write_client_file(const std::filesystem::path &folder,
                                                std::string_view client, std::string_view last_part,
                                                std::string_view bytes,
                                                std::string_view created_iso) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        return Error{"The folder " + folder.string() + " cannot be made (" + failure.message() +
                     "). Choose a folder that you may write to."};
    const std::string day(created_iso.substr(0, 10));
    std::filesystem::path file =
        folder / (day + "-" + file_words(client) + "-" + std::string(last_part));
    if (const auto written = engine::write_file_durably(file, bytes); !written)
        return written.error();
    return file;
}

} // namespace app
