#include "export/pdf_paper.hpp"

#include "base/time.hpp"

#include <cairo-pdf.h>

#include <functional>
#include <string_view>

namespace app::paper {

using engine::Error;
using engine::Rect;
using engine::Result;

namespace {

cairo_status_t append(void *bytes, const unsigned char *data, unsigned int length) {
    static_cast<std::string *>(bytes)->append(reinterpret_cast<const char *>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

Result<std::string> pdf_of(std::string_view title, std::string_view created_iso,
                           const std::function<void(cairo_surface_t *)> &draw) {
    if (!engine::parse_iso(created_iso))
        return Error{"The PDF needs a valid date and time. Check the clock of this computer."};
    std::string bytes;
    const Surface paper(cairo_pdf_surface_create_for_stream(append, &bytes, width, height));
    const std::string created(created_iso);
    cairo_pdf_surface_set_metadata(paper.get(), CAIRO_PDF_METADATA_TITLE,
                                   valid_utf8(title).c_str());
    cairo_pdf_surface_set_metadata(paper.get(), CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
    draw(paper.get());
    cairo_surface_show_page(paper.get());
    cairo_surface_finish(paper.get());
    if (const cairo_status_t status = cairo_surface_status(paper.get());
        status != CAIRO_STATUS_SUCCESS)
        return Error{std::string("The PDF could not be made (") + cairo_status_to_string(status) +
                     "). Close other programs and try again."};
    return bytes;
}

void example_pill(Canvas &canvas) {
    const TextStyle style{
        .size = 8.6F, .weight = PANGO_WEIGHT_SEMIBOLD, .color = print::on_caution_soft};
    const float wide = canvas.text_width(style, words::example) + 22;
    const Rect pill{(width - wide) / 2, 11, wide, 17};
    canvas.rounded(pill, pill.h / 2, print::caution_soft, print::on_caution_soft, 0.7F);
    canvas.text_in(pill, style, words::example);
}

} // namespace app::paper
