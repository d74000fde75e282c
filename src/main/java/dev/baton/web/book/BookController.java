package dev.baton.web.book;

import dev.baton.transfer.TransferId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The handover book over the API. */
@RestController
class BookController {

    private final HandoverBooks books;

    BookController(HandoverBooks books) {
        this.books = books;
    }

    @GetMapping("/api/transfers/{id}/handover-book.docx")
    ResponseEntity<byte[]> word(@PathVariable String id) {
        return answer(id, BookForm.DOCX);
    }

    @GetMapping("/api/transfers/{id}/handover-book.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String id) {
        return answer(id, BookForm.PDF);
    }

    @GetMapping("/api/transfers/{id}/handover-book.epub")
    ResponseEntity<byte[]> device(@PathVariable String id) {
        return answer(id, BookForm.EPUB);
    }

    private ResponseEntity<byte[]> answer(String id, BookForm form) {
        var bytes = books.make(TransferId.of(id), form);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(form.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(form.fileName())
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }
}
